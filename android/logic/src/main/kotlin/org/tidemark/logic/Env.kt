package org.tidemark.logic

import org.tidemark.bindings.OpenDiaryInterface
import java.util.concurrent.Executor

/** What screens work with once the diary is open. */
public class Env(
    public val diary: OpenDiaryInterface,
    /** The clock and the zone; a test moves them by hand. */
    public val now: () -> Moment,
    public val phone: Phone,
    /** Where calls of the diary run: one thread, off the main one. */
    public val work: Executor,
    /** The main thread. */
    public val home: Executor,
    /** What lies behind the open diary: its folder, the device's lock, the way back to the door. */
    public val doorway: Doorway = Doorway(),
    /** What was typed or chosen and not saved, for the way back to its screen. */
    public val drafts: Drafts = Drafts(),
    /** Where a copy goes into a folder, which may be slow: a thread of its own, so that nothing that was rated waits for it. */
    public val aside: Executor = work,
) {
    /** Whether the last copy that was tried since the diary was opened did not get into its folder. */
    @Volatile
    internal var copyFailed: Boolean = false

    public fun <State, Event : Any, Effect : Any> store(feature: Feature<State, Event, Effect>): Store<State, Event, Effect> =
        Store(feature, work, home)
}
