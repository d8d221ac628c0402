package site

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

// pluralsOf are the forms that CLDR has for whole numbers, a million among them.
var pluralsOf = map[string]string{
	"en": "one other", "de": "one other", "fr": "many one other", "es": "many one other",
	"uk": "few many one other", "ru": "few many one other", "ar": "few many one other two zero",
}

// TestLanguagesSayTheSame holds every language to the words of the English one:
// the same keys, forms for every number, and the same values within them.
func TestLanguagesSayTheSame(t *testing.T) {
	english := spokenIn(t, "en")
	for language := range pluralsOf {
		said := spokenIn(t, language)
		for _, key := range slices.Sorted(maps.Keys(english)) {
			if said[key] == nil {
				t.Errorf("%s: no %s", language, key)
				continue
			}
			forms := slices.Sorted(maps.Keys(said[key]))
			_, single := english[key][""]
			if want := pluralsOf[language]; !single && strings.Join(forms, " ") != want {
				t.Errorf("%s, %s: forms %v, want %s", language, key, forms, want)
			}
			for form, words := range said[key] {
				if diff := cmp.Diff(valuesIn(english[key]["other"]+english[key][""]), valuesIn(words)); diff != "" && !optional(language, form, key) {
					t.Errorf("%s, %s %s: values (-English +here):\n%s", language, key, form, diff)
				}
			}
		}
		for key := range said {
			if english[key] == nil && key != "monthsAlone" && !strings.HasSuffix(key, "Run") {
				t.Errorf("%s: %s, which English has not", language, key)
			}
		}
	}
}

// optional tells what may say a number in a word of its own, or a date with more
// of its parts than English needs.
func optional(language, form, key string) bool {
	return language == "ar" && slices.Contains([]string{"zero", "one", "two"}, form) || strings.HasPrefix(key, "date")
}

// spokenIn reads a language's words: by key and form, "" where there is but one.
func spokenIn(t *testing.T, language string) map[string]map[string]string {
	t.Helper()
	var raw map[string]any
	if err := yaml.Unmarshal([]byte(must(readFile(filepath.Join("../../i18n", language+".yaml")))), &raw); err != nil {
		t.Fatal(err)
	}
	said := map[string]map[string]string{}
	for key, value := range raw {
		said[key] = map[string]string{}
		switch v := value.(type) {
		case string:
			said[key][""] = v
		case map[string]any:
			for form, words := range v {
				said[key][form], _ = words.(string)
			}
		}
	}
	return said
}

func valuesIn(words string) []string {
	found := map[string]bool{}
	for _, m := range regexp.MustCompile(`\.(\w+)|\{(\w+)\}`).FindAllStringSubmatch(words, -1) {
		if m[1] != "form" && m[1] != "yaml" {
			found[m[1]+m[2]] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}
