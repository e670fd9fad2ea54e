/** For zsh: to be evaluated, or to be a file in its fpath. */
export const zsh = String.raw`#compdef tsflyte
# Completions of tsflyte for zsh.
_tsflyte() {
  local -a lines candidates
  lines=("${"$"}{(@f)$("${"$"}{words[1]}" completion zsh -- "${"$"}{(@Q)words[2,CURRENT]}" 2>/dev/null </dev/null)}")
  candidates=("${"$"}{(@)lines[2,-1]}")
  case ${"$"}{lines[1]} in
    file) compset -P '--*='; _files ;;
    directory) compset -P '--*='; _files -/ ;;
    *) (( ${"$"}{#candidates} )) && _describe tsflyte candidates ;;
  esac
}
if [[ ${"$"}{funcstack[1]} == _tsflyte ]]; then
  _tsflyte "$@"
else
  compdef _tsflyte tsflyte
fi
`;
