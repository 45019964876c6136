#!/bin/sh
# Draws the picture in the README with the programs of this tree.
set -eu
bin=$(mktemp -d)
trap 'rm -r "$bin"' EXIT
go build -o "$bin/" ../cmd/...
"$bin/lineage" render CAEU --family -o lineage.svg
