package org.tidemark.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.runComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** What every screen owes to fingers, large fonts and screen readers, in each look. */
@OptIn(ExperimentalTestApi::class)
internal fun assertAccessible(name: String, content: @Composable () -> Unit) {
    for ((look, shown) in Look.ALL + ("longer" to Look.LONGER)) {
        runComposeUiTest {
            setContent { Shown(shown, content) }
            waitForIdle()
            assertTargets("$name, $look")
            assertNothingClipped("$name, $look")
            assertHeading("$name, $look")
        }
    }
}

private const val TARGET = 48f

@OptIn(ExperimentalTestApi::class)
internal fun ComposeUiTest.nodes(matcher: SemanticsMatcher): List<SemanticsNode> =
    onAllNodes(matcher, useUnmergedTree = false).fetchSemanticsNodes()

/** Everything that is tapped is 48 by 48 and has a name. */
@OptIn(ExperimentalTestApi::class)
internal fun ComposeUiTest.assertTargets(name: String) {
    val tapped = nodes(SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick))
    val small = tapped.filter { it.touchBoundsInRoot.width < TARGET - 0.5f || it.touchBoundsInRoot.height < TARGET - 0.5f }
    // What is scrolled out of the window has no touch bounds; its layout counts.
    val reallySmall = small.filter { it.size.width < TARGET - 0.5f || it.size.height < TARGET - 0.5f }
    assertEquals(emptyList(), reallySmall.map { "${it.label()} ${it.size}" }, "$name: targets under 48")
    assertEquals(emptyList(), tapped.filter { it.label().isBlank() }.map { it.id }, "$name: targets without a name")
}

/** No text is cut. */
@OptIn(ExperimentalTestApi::class)
internal fun ComposeUiTest.assertNothingClipped(name: String) {
    val texts = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsActions.GetTextLayoutResult), useUnmergedTree = true)
        .fetchSemanticsNodes()
    val cut = texts.mapNotNull { node ->
        val results = mutableListOf<TextLayoutResult>()
        node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(results)
        results.firstOrNull { it.isCut() && node.config.getOrNull(SemanticsProperties.EditableText) == null }?.layoutInput?.text?.text
    }
    assertEquals(emptyList(), cut, "$name: texts that are cut")
}

/** Widths are rounded to whole pixels, so one pixel is no cut. */
private fun TextLayoutResult.isCut(): Boolean =
    multiParagraph.didExceedMaxLines ||
        multiParagraph.height > size.height + 1 ||
        (0 until lineCount).any { isLineEllipsized(it) || getLineRight(it) - getLineLeft(it) > size.width + 1 }

@OptIn(ExperimentalTestApi::class)
private fun ComposeUiTest.assertHeading(name: String) {
    assertTrue(nodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Heading)).isNotEmpty(), "$name: no heading")
}

internal fun SemanticsNode.label(): String =
    (
        config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() +
            config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
            listOfNotNull(config.getOrNull(SemanticsProperties.EditableText)?.text)
        ).joinToString(" ")
