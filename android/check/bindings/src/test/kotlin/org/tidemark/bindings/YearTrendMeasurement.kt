package org.tidemark.bindings

import org.junit.jupiter.api.condition.EnabledIfSystemProperty
import kotlin.test.Test
import kotlin.test.assertEquals

/** How long a year's trend takes to cross, by hand: `tests/kotlin/run measure`. Asserts nothing about time. */
@EnabledIfSystemProperty(named = "tidemark.year", matches = ".+")
class YearTrendMeasurement {
    @Test
    fun `a year of stress crosses`() {
        OpenDiary.openWithPassphrase(System.getProperty("tidemark.year"), PASSPHRASE).use { diary ->
            repeat(200) { diary.trends(listOf("stress"), Span()) }
            val taken = LongArray(200) {
                val begun = System.nanoTime()
                val trend = diary.trends(listOf("stress"), Span()).trends.single()
                val ended = System.nanoTime()
                assertEquals(365u, trend.n)
                ended - begun
            }.sorted()
            println("MEASURED Kotlin: trend of 365 days, warm, ms: median %.2f, fastest %.2f".format(taken[100] / 1e6, taken[0] / 1e6))
            diary.shut()
        }
    }
}
