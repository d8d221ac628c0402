package document

import "dateline/timeline/edtf"

// Metadata is what sources.yaml says about one document.
type Metadata struct {
	Title, Author, Publisher, URL, Original, Note string
	Published                                     edtf.Date
	PublishedUnknown                              bool // published: null: not to be read from the text either
	Language                                      string
}
