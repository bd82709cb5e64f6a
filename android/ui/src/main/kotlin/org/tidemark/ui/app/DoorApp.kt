package org.tidemark.ui.app

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.Store
import org.tidemark.logic.backup.copyIfDue
import org.tidemark.logic.door.DoorEffect
import org.tidemark.logic.door.DoorEnv
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.doorFeature
import org.tidemark.logic.restore.RestoreWork
import org.tidemark.logic.restore.restoreFeature
import org.tidemark.logic.safety.safetyFeature
import org.tidemark.ui.door.LockView
import org.tidemark.ui.door.WelcomeView
import org.tidemark.ui.form.Told
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.onboarding.OnboardingScreen
import org.tidemark.ui.restore.RestoreScreen
import org.tidemark.ui.safety.SafetyView
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

/**
 * The whole app: the door, and behind it the open diary. The activity keeps [store], so that turning the phone opens nothing
 * twice, and sends it [DoorEvent.LockAsked] when the app was away long enough.
 */
@Composable
public fun DoorApp(
    door: DoorEnv,
    store: Store<DoorState, DoorEvent, DoorEffect> = remember(door) { door.store(doorFeature(door)) },
    start: Place = Place.Today,
    /** How often the person asked to be led to [start], by a notification while the app was there. */
    asked: Int = 0,
    onLeave: () -> Unit = {},
) {
    val running = watched(store, DoorEvent.Shown.takeIf { store.state == DoorState.Starting && !store.working })
    DoorScreen(running.state, running.send, door, start, asked, onLeave)
}

@Composable
private fun DoorScreen(state: DoorState, send: (DoorEvent) -> Unit, door: DoorEnv, start: Place, asked: Int, onLeave: () -> Unit) {
    val toHelp = Go({ if (it == Place.Safety) send(DoorEvent.HelpAsked) }, {}, onLeave, {})
    when (state) {
        DoorState.Starting -> Shell(strings.appName(), toHelp, null, canGoBack = false) { Told(strings.lockStarting()) }
        DoorState.Mismatched -> Shell(strings.appName(), toHelp, null, canGoBack = false) { Told(strings.lockMismatch()) }
        is DoorState.NoDiary -> Shell(strings.onboardingTitle(), toHelp, null, canGoBack = false) { WelcomeView(state, send) }
        is DoorState.Locked -> Shell(strings.lockTitle(), toHelp, null, canGoBack = false) { LockView(state, send) }
        is DoorState.Help -> HelpAtDoor(door, send)
        is DoorState.Restoring -> RestoreAtDoor(state, door, send)
        is DoorState.Open -> Opened(state, door, send, toHelp, start, asked, onLeave)
    }
}

@Composable
private fun Opened(state: DoorState.Open, door: DoorEnv, send: (DoorEvent) -> Unit, toHelp: Go, start: Place, asked: Int, onLeave: () -> Unit) {
    val env = remember(door, state.diary) { door.opened(state.diary, send) }
    val day = state.snapshotOf
    when {
        state.setUp -> OnboardingScreen(env, toHelp) { send(DoorEvent.SetUpLeft(it)) }
        day == null -> {
            TidemarkApp(env, state.start.takeIf { asked == 0 } ?: start, asked, onLeave)
            // After what the first screen reads: it is queued there already, and a copy runs beside what comes then.
            LaunchedEffect(env) { env.work.execute { env.aside.execute { copyIfDue(env) } } }
        }
        else -> Column {
            SnapshotBar(day) { send(DoorEvent.Shown) }
            Box(Modifier.weight(1f)) { TidemarkApp(env, start, asked, onLeave) }
        }
    }
}

/** Stands above every screen of a snapshot: nobody is to think that this is the diary itself. */
@Composable
internal fun SnapshotBar(day: LogicalDate, onLeave: () -> Unit) {
    Surface(color = MaterialTheme.colorScheme.tertiaryContainer) {
        Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 8.dp)) {
            Text(strings.lockSnapshotOf(LocalWords.current.date(day)), style = MaterialTheme.typography.bodyMedium)
            WayOut(strings.lockLeaveSnapshot(), onLeave)
        }
    }
}

@Composable
private fun HelpAtDoor(door: DoorEnv, send: (DoorEvent) -> Unit) {
    val safety = runningAtDoor(door, "help") { safetyFeature(null, door.doorway(send), door.phone, door.now) }
    val back = Go({}, {}, { send(DoorEvent.HelpLeft) }, {})
    Shell(strings.safetyTitle(), back, null, canGoBack = true, help = false) { SafetyView(safety.state, safety.send) }
}

@Composable
private fun RestoreAtDoor(state: DoorState.Restoring, door: DoorEnv, send: (DoorEvent) -> Unit) {
    val restore = runningAtDoor(door, "restore") {
        restoreFeature(RestoreWork(null, door.doorway(send), door.phone, door.now), state.here)
    }
    val go = Go({ if (it == Place.Safety) send(DoorEvent.HelpAsked) }, {}, { send(DoorEvent.Shown) }, {})
    RestoreScreen(restore.state, restore.send, go, null, door.now) { send(DoorEvent.Shown) }
}
