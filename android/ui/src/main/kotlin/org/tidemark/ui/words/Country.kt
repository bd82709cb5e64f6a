package org.tidemark.ui.words

import java.util.Locale

/** Name of a country from its two letters, in the language in use. */
public fun Words.country(code: String): String = Locale.Builder().setRegion(code).build().getDisplayCountry(locale)
