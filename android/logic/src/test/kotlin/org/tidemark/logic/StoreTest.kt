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

    @Test
    fun `an effect is heard while it runs and what is about it does not wait for it`() {
        val meanwhile = Meanwhile<String>()
        val done = mutableListOf<String>()
        val store = Store(
            Feature<List<String>, String, String>(
                initial = emptyList(),
                shown = null,
                reduce = { state, event -> Next(state + event, if (event.startsWith("do ")) listOf(event.drop(3)) else emptyList()) },
                perform = { effect ->
                    done += effect
                    if (effect == "long") meanwhile.tell("half")
                    "$effect done".takeIf { effect == "long" }
                },
                meanwhile = meanwhile,
                atOnce = { it == "stop" },
            ),
            work,
            home,
        )
        store.send("do long")
        store.send("do next")
        // Done before the long one has begun, and before what waits.
        store.send("do stop")
        assertEquals(listOf("stop"), done)
        work.runOne()
        home.runOne()
        assertEquals(listOf("do long", "do next", "do stop", "half"), store.state)
        assertTrue(work.waiting.isEmpty())
        home.runOne()
        assertEquals("long done", store.state.last())
        work.runOne()
        assertEquals(listOf("stop", "long", "next"), done)
    }
}
