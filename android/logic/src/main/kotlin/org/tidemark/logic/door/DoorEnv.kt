package org.tidemark.logic.door

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Doorway
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Store
import org.tidemark.logic.Vault
import org.tidemark.logic.safety.CrisisTable
import java.util.concurrent.Executor

/** What the door works with, before any diary is open. */
public class DoorEnv(
    /** Folder of the one diary of this phone; it may not be there yet. Its parent is. */
    public val path: String,
    public val vault: Vault,
    public val phone: Phone,
    public val now: () -> Moment,
    /** Where calls of the library run: one thread, off the main one; the open diary's run there too. */
    public val work: Executor,
    /** The main thread. */
    public val home: Executor,
    public val crisis: CrisisTable = CrisisTable.shipped,
    /** The first call of the library: throws when the generated bindings and the library are not of one build. */
    public val firstCall: () -> Unit = ::uniffiEnsureInitialized,
    /** See [Env.aside]. */
    public val aside: Executor = work,
) {
    /** What the screens behind the door work with; [send] is the door's. */
    public fun opened(diary: OpenDiaryInterface, send: (DoorEvent) -> Unit): Env =
        Env(diary, now, phone, work, home, doorway(send), aside = aside)

    public fun doorway(send: (DoorEvent) -> Unit): Doorway = Doorway(
        path,
        vault,
        crisis,
        lock = { home.execute { send(DoorEvent.LockAsked) } },
        reopen = { home.execute { send(DoorEvent.Shown) } },
    )

    public fun <State, Event : Any, Effect : Any> store(feature: Feature<State, Event, Effect>): Store<State, Event, Effect> =
        Store(feature, work, home)

    /** Whether app and library go together. What a loader throws is no one family, and all of it means the same to a person. */
    @Suppress("TooGenericExceptionCaught")
    internal fun matches(): Boolean = try {
        firstCall()
        true
    } catch (_: RuntimeException) {
        false
    } catch (_: LinkageError) {
        false
    }
}

/** The door over a phone. */
public fun doorFeature(door: DoorEnv): Feature<DoorState, DoorEvent, DoorEffect> =
    Feature(DoorState.Starting, DoorEvent.Shown, ::reduce) { perform(it, door) }
