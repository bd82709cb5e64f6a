package org.tidemark.platform

import android.view.accessibility.AccessibilityManager
import org.junit.Test
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import kotlin.test.assertEquals

class ScreenReaderTest : OnAndroid() {
    private val context = RuntimeEnvironment.getApplication()
    private val manager = shadowOf(context.getSystemService(AccessibilityManager::class.java))
    private val told = mutableListOf<Boolean>()
    private val reader = ScreenReader(context) { told += it }

    @Test
    fun `a reader that runs already is told at the start`() {
        manager.setTouchExplorationEnabled(true)
        reader.start()
        assertEquals(listOf(true), told)
    }

    @Test
    fun `a reader that comes and goes is told each time until the screen is left`() {
        reader.start()
        manager.setTouchExplorationEnabled(true)
        manager.setTouchExplorationEnabled(false)
        reader.stop()
        manager.setTouchExplorationEnabled(true)
        assertEquals(listOf(false, true, false), told)
    }
}
