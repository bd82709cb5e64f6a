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
import org.tidemark.logic.door.DoorEnv

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
    return watched(remember(made) { env.store(made) }, made.shown)
}

/** The same at the door, where no diary is open. */
@Composable
internal fun <State, Event : Any, Effect : Any> runningAtDoor(
    door: DoorEnv,
    key: Any,
    feature: () -> Feature<State, Event, Effect>,
): Running<State, Event> {
    val made = remember(door, key) { feature() }
    return watched(remember(made) { door.store(made) }, made.shown)
}

/** Shows a store's state as it changes; [shown] is sent when it comes up. */
@Composable
internal fun <State, Event : Any, Effect : Any> watched(store: Store<State, Event, Effect>, shown: Event?): Running<State, Event> {
    var state by remember(store) { mutableStateOf(store.state) }
    DisposableEffect(store) {
        store.watcher = { state = it }
        state = store.state
        shown?.let { store.send(it) }
        onDispose { store.watcher = null }
    }
    return Running(state, store::send)
}
