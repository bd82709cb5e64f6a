package org.tidemark.app

import android.app.Application
import android.os.Handler
import android.os.Looper
import org.tidemark.logic.Store
import org.tidemark.logic.door.DoorEffect
import org.tidemark.logic.door.DoorEnv
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.doorFeature
import org.tidemark.platform.Device
import org.tidemark.platform.Host
import java.time.Clock
import java.util.concurrent.Executor
import java.util.concurrent.Executors

/** Puts the app together once a process: the device, and the door with whatever diary is open behind it. */
class TidemarkApplication : Application(), Host {
    private val main by lazy { Handler(Looper.getMainLooper()) }
    private val home = Executor { main.post(it) }

    /** Calls of the library, one after another. */
    private val work = Executors.newSingleThreadExecutor { Thread(it, "diary") }

    // Not `work`: a screen there may be waiting for the person, and an alarm cannot.
    private val alarms = Executors.newSingleThreadExecutor { Thread(it, "alarms") }

    // Nor does what is to be stored wait for a folder that takes a copy.
    private val copies = Executors.newSingleThreadExecutor { Thread(it, "copies") }

    override val device: Device by lazy {
        Device(
            context = this,
            activity = MainActivity::class.java,
            clock = { Clock.systemDefaultZone() },
            background = alarms,
            promptWords = { promptWords(resources) },
            noticeWords = { noticeWords(resources) },
            openDiary = { (store.state as? DoorState.Open)?.takeIf { it.snapshotOf == null }?.diary },
        )
    }

    val door: DoorEnv by lazy { DoorEnv(device.diaryPath, device.vault, device.phone, device::now, work, home, aside = copies) }

    /** When the app left the screen, on the clock that no one can set; outlives the activity, as the open diary does. */
    var leftAt: Long? = null

    /** Whether it left because another app was asked for a file. */
    var leftAsking: Boolean = false

    /** Outlives the activity: turning the phone opens nothing twice. Used on the main thread first. */
    val store: Store<DoorState, DoorEvent, DoorEffect> by lazy { door.store(doorFeature(door)) }
}
