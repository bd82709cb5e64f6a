package org.tidemark.logic

import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue

class StoreTest {
    private class Queue : Executor {
        val waiting = ArrayDeque<Runnable>()

        override fun execute(command: Runnable) {
            waiting.addLast(command)
        }

        fun runOne() = waiting.removeFirst().run()
    }

    private val work = Queue()
    private val home = Queue()
    private val performed = mutableListOf<Int>()

    // An event adds its number; an even one asks for an effect, which answers with the number plus one.
    private val store = Store(
        Feature<List<Int>, Int, Int>(
            initial = emptyList(),
            shown = null,
            reduce = { state, event -> Next(state + event, if (event % 2 == 0) listOf(event) else emptyList()) },
            perform = { effect ->
                performed += effect
                effect + 1
            },
        ),
        work,
        home,
    )

    @Test
    fun `the answer of an effect is reduced before the next effect runs`() {
        store.send(2)
        store.send(4)
        assertEquals(1, work.waiting.size)
        work.runOne()
        assertTrue(work.waiting.isEmpty())
        home.runOne()
        assertEquals(listOf(2, 4, 3), store.state)
        work.runOne()
        home.runOne()
        assertEquals(listOf(2, 4, 3, 5), store.state)
        assertEquals(listOf(2, 4), performed)
        assertFalse(store.working)
    }

    @Test
    fun `what waits when the screen goes is done all the same`() {
        store.watcher = { }
        store.send(2)
        store.send(4)
        store.watcher = null
        repeat(2) {
            work.runOne()
            home.runOne()
        }
        assertEquals(listOf(2, 4), performed)
    }
}
