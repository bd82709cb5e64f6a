package org.tidemark.ui.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Store

/** A screen's state as it is now, and the way to send it events. */
public class Running<State, Event : Any>(public val state: State, public val send: (Event) -> Unit)

/** Runs a screen while it is shown; made anew when [key] changes. */
@Composable
public fun <State, Event : Any, Effect : Any> running(
    env: Env,
    key: Any,
    feature: () -> Feature<State, Event, Effect>,
): Running<State, Event> {
    val made = remember(env, key) { feature() }
    val store: Store<State, Event, Effect> = remember(made) { env.store(made) }
    var state by remember(store) { mutableStateOf(store.state) }
    DisposableEffect(store) {
        store.watcher = { state = it }
        made.shown?.let { store.send(it) }
        onDispose { store.watcher = null }
    }
    return Running(state, store::send)
}
