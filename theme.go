// Package dateline holds the theme: the templates, styles, scripts and strings
// that turn a chronology's content into its site.
//
// The repository's root is the theme and an example chronology at once. Only the
// theme is embedded; the example's content, documents and configuration are not.
package dateline

import "embed"

// Theme is the theme's folder tree: layouts, assets, static, i18n, archetypes.
//
//go:embed all:layouts all:assets all:static all:i18n all:archetypes
var Theme embed.FS
