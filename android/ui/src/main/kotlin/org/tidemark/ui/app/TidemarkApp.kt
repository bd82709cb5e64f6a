package org.tidemark.ui.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place

/**
 * The app over an open diary. [onLeave] is called when the person goes back from Today; [start] is where a reminder leads, anew each
 * time [asked] goes up.
 */
@Composable
public fun TidemarkApp(env: Env, start: Place = Place.Today, asked: Int = 0, onLeave: () -> Unit = {}) {
    var at by remember(env, start, asked) { mutableStateOf(if (start == Place.Today) Navigation() else Navigation().to(start)) }
    val go = remember(env, start, asked) {
        Go(
            to = { at = at.to(it) },
            instead = { at = at.instead(it) },
            back = { at.back()?.let { at = it } ?: onLeave() },
            tab = { at = at.tab(it) },
        )
    }
    PlaceScreen(at.place, env, go, at)
}
