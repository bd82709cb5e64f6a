package org.tidemark.platform

import android.content.Context
import android.view.accessibility.AccessibilityManager
import android.view.accessibility.AccessibilityManager.TouchExplorationStateChangeListener

/** Says whether the screen is explored by touch, as screen readers have it, at [start] and at every change until [stop]. */
public class ScreenReader(context: Context, tell: (on: Boolean) -> Unit) {
    private val manager = context.getSystemService(AccessibilityManager::class.java)
    private val listener = TouchExplorationStateChangeListener(tell)

    public fun start() {
        val manager = manager ?: return
        manager.addTouchExplorationStateChangeListener(listener)
        listener.onTouchExplorationStateChanged(manager.isTouchExplorationEnabled)
    }

    public fun stop() {
        manager?.removeTouchExplorationStateChangeListener(listener)
    }
}
