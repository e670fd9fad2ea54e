/** For fish. */
export const fish = String.raw`# Completions of tsflyte for fish.
function __tsflyte_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    # In quotes, because nothing is a word, too.
    set -l lines ($words[1] completion fish -- $words[2..-1] "$current" 2>/dev/null </dev/null)
    switch "$lines[1]"
        case file
            __fish_complete_path (commandline -ct)
        case directory
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $lines[2..-1]
    end
end
complete -c tsflyte -f -a '(__tsflyte_complete)'
`;
