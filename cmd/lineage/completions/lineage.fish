# fish completion for lineage. It asks the program itself.

function __lineage_offers
    set -l words (commandline -opc)
    set -l cur (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    if string match -q -- '-*' "$cur"
        set -a words $cur
    end
    $program $words --generate-bash-completion 2>/dev/null
end

complete -c lineage -f -a '(__lineage_offers)'
complete -c lineage -l output -s o -r -F -d 'write to a file'
complete -c lineage -l data -r -F -d 'read the facts in a folder'
