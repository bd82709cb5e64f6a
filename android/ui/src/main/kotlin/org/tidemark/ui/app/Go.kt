package org.tidemark.ui.app

import org.tidemark.logic.Place
import org.tidemark.logic.Tab

/** Ways to another screen. */
public class Go(
    public val to: (Place) -> Unit,
    /** To another screen in place of this one, which is finished. */
    public val instead: (Place) -> Unit,
    public val back: () -> Unit,
    public val tab: (Tab) -> Unit,
) {
    public companion object {
        /** Goes nowhere: for pictures of one screen. */
        public val nowhere: Go = Go({}, {}, {}, {})
    }
}
