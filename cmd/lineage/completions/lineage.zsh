#compdef lineage
# zsh completion for lineage. It asks the program itself.

_lineage() {
    local -a args offers
    local cur=${words[CURRENT]}
    args=("${(@)words[2,CURRENT-1]}")
    if [[ $cur == -* ]]; then
        args+=("$cur")
    fi
    offers=("${(@f)$("${words[1]}" "${args[@]}" --generate-bash-completion 2>/dev/null)}")
    offers=("${(@)offers:#}")
    if (( ${#offers} )); then
        compadd -M 'm:{a-zA-Z}={A-Za-z}' -- "${offers[@]}"
    else
        _files
    fi
}

if [[ ${funcstack[1]} == _lineage ]]; then
    _lineage "$@"
else
    compdef _lineage lineage
fi
