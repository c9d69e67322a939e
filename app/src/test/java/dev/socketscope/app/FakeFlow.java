package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The window over an engine that is played. TestFX looks for the start only in the test itself. */
@ExtendWith(ApplicationExtension.class)
abstract class FakeFlow {
    final FakeEngine engine;
    final Memory memory = Memory.forgetful();
    final WindowUnderTest window;

    FakeFlow(FakeEngine engine) {
        this.engine = engine;
        window = new WindowUnderTest(engine, memory);
    }

    @AfterEach
    final void close() {
        window.close();
        engine.close();
    }
}
