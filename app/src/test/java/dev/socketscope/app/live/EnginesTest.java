package dev.socketscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Engine;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class EnginesTest {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch answer = new CountDownLatch(1);

    private static EngineChoice choice(Engine engine, String control) {
        return new EngineChoice(engine, () -> "", () -> "", control, Recordable.impossible(""));
    }

    /** Knows nothing but that it is closed. */
    private Engine late() {
        return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[]{Engine.class},
                (proxy, method, arguments) -> {
                    closed.compareAndSet(false, method.getName().equals("close"));
                    return null;
                });
    }

    /** Answers when the test says so. */
    private final class SlowWay implements Engines.Linker {
        @Override
        public EngineChoice link(String control, String token) throws InterruptedException {
            answer.await();
            return choice(late(), control);
        }

        @Override
        public EngineChoice open(Path file) {
            throw new AssertionError(file);
        }
    }

    @Test
    void anEngineThatAnswersAfterTheWindowWasClosedIsLetGoOf(FxRobot robot) {
        FakeEngine first = FakeEngine.empty();
        Engines engines = new Engines(choice(first, ""), new SlowWay(), Memory.forgetful());
        robot.interact(() -> engines.attach("http://127.0.0.1:1", "token", trouble -> {}));
        robot.interact(engines::close);
        answer.countDown();

        await().untilTrue(closed);
        robot.interact(() -> assertThat(engines.all()).hasSize(1));
        first.close();
    }
}
