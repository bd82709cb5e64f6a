package org.tidemark.logic

import org.tidemark.logic.safety.CrisisTable

/** What screens behind the door need of it: where the diary is, the device's lock, and the way back. */
public class Doorway(
    /** The diary's folder. */
    public val path: String = "",
    public val vault: Vault = Vault.none,
    /** Whom to call in a region. */
    public val crisis: CrisisTable = CrisisTable.shipped,
    /** Shuts the diary and stands before the locked door. May be called from any thread. */
    public val lock: () -> Unit = {},
    /** Goes back to the door, which looks anew what is there: after a restore, after erasing. May be called from any thread. */
    public val reopen: () -> Unit = {},
)
