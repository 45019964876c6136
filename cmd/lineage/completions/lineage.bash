# bash completion for lineage. It asks the program itself.

_lineage() {
    local cur words offers
    COMPREPLY=()
    cur=${COMP_WORDS[COMP_CWORD]}
    words=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
    if [[ $cur == -* ]]; then
        words+=("$cur")
    fi
    offers=$("${COMP_WORDS[0]}" "${words[@]}" --generate-bash-completion 2>/dev/null) || return 0
    # IDs are matched in any case: caco for CACO.
    local word
    while IFS= read -r word; do
        if [[ -n $word && ${word,,} == "${cur,,}"* ]]; then
            COMPREPLY+=("$word")
        fi
    done <<<"$offers"
}

complete -o bashdefault -o default -F _lineage lineage
