package dev.socketscope.app;

import dev.socketscope.app.conversation.MockPort;
import dev.socketscope.engine.api.AddressText;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.conversation.Conversation;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.Pace;
import dev.socketscope.engine.conversation.Sameness;
import dev.socketscope.engine.mock.MockServer;
import java.io.IOException;
import java.util.function.Consumer;

/** The mocks that the window opens. */
final class Mocks implements MockPort {
    private record Open(MockServer server) implements Mock {
        @Override
        public String url() {
            return "ws://" + AddressText.of(server.address());
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public Mock listen(String listen, Conversation script, Pace pace, Sameness sameness, Consumer<Outcome> each)
            throws IOException {
        try {
            return new Open(MockServer.start(EngineOptions.address(listen), script, pace, sameness, each));
        } catch (ConfigException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
