/** For bash. The first line that it is answered says what the shell completes itself. */
export const bash = String.raw`# Completions of tsflyte for bash, also for that of macOS.
_tsflyte() {
  local cur=${"$"}{COMP_WORDS[COMP_CWORD]} kind='' line=''
  [[ $cur == [=:] ]] && cur=''
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r line; do COMPREPLY+=("$line"); done
  } < <("$1" completion bash -- "${"$"}{COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null)
  if [[ $kind == file || $kind == directory ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -A "$kind" -- "$cur")
  fi
}
complete -F _tsflyte tsflyte
`;
