package dates

// Languages are the codes of the languages with rules, sorted: one for each
// folder below rules.
func Languages() []string {
	entries, err := ruleFiles.ReadDir("rules")
	if err != nil {
		panic("the embedded rules have no folder: " + err.Error())
	}
	codes := make([]string, len(entries))
	for i, e := range entries {
		codes[i] = e.Name()
	}
	return codes
}
