package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/timeline/names"
)

// readAliases reads what the settings of a chronology say of names. What is
// wrong with them is told beside what is sound. Settings in TOML hold none.
func readAliases(dir string) (names.Aliases, error) {
	for _, name := range []string{"hugo.yaml", "hugo.yml", "hugo.json"} {
		path := filepath.Join(dir, name)
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read settings: %w", err)
		}
		return names.ReadAliases(shown(path), data)
	}
	return nil, nil
}
