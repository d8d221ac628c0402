package document

func headLines(text string) (stated, int) { return stated{}, 0 }
