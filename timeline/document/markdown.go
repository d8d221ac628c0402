package document

func readMarkdown(text string) page { return readPlain(text) }
