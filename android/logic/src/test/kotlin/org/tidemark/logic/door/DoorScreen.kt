package org.tidemark.logic.door

import org.tidemark.bindings.OpenDiary
import org.tidemark.logic.FakeVault
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Store
import java.io.File
import java.util.concurrent.Executor

// 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
internal val evening: Moment = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

internal const val PASSPHRASE: String = "four plain words here"

/** The door over the real library, in a folder of its own; effects run to their end within each event. */
internal class DoorScreen(place: File, val vault: FakeVault = FakeVault(), firstCall: () -> Unit = {}) {
    val folder: File = File(place, "my.diary")
    val outbox: File = File(place, "outbox").apply { mkdirs() }

    /** What "save as" was given: names within the archive, by the name of the file. */
    val saved: MutableMap<String, ByteArray> = mutableMapOf()
    private val direct = Executor { it.run() }

    /** The folder of copies. */
    var copies: String? = null
    private val phone = Phone(
        outbox = outbox.path,
        copyFolder = { copies },
        leaveCopyFolder = { copies = null },
        saveAs = { path, name, _ -> true.also { saved[name] = File(path).readBytes() } },
    )
    val env: DoorEnv = DoorEnv(folder.path, vault.vault, phone, { evening }, direct, direct, firstCall = firstCall)
    private val store: Store<DoorState, DoorEvent, DoorEffect> = env.store(doorFeature(env))

    val state: DoorState get() = store.state

    fun send(vararg events: DoorEvent): DoorScreen = apply { events.forEach(store::send) }

    /** A diary whose key the vault has. */
    fun withDiary(): DoorScreen = apply {
        OpenDiary.create(folder.path, PASSPHRASE, null, evening).use { it.shut() }
        vault.key = org.tidemark.bindings.keyFromPassphrase(folder.path, PASSPHRASE)
    }

    /** Every file of the diary with its bytes. */
    fun files(): Map<String, List<Byte>> =
        folder.walkTopDown().filter { it.isFile }.associate { it.relativeTo(folder).path to it.readBytes().toList() }
}

internal val DoorState.why: Why? get() = (this as? DoorState.Locked)?.why
