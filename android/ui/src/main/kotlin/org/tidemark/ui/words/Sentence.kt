package org.tidemark.ui.words

/** A name of the core as it stands alone on a line: its first letter large. */
public fun Words.sentence(name: String): String = name.replaceFirstChar { it.titlecase(locale) }
