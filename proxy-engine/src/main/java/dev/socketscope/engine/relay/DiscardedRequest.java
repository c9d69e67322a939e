package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpContent;

/** A request that the engine has answered itself; the rest of its content is read and dropped. */
final class DiscardedRequest implements Exchange {
    @Override
    public void content(HttpContent part) {
        part.release();
    }

    @Override
    public boolean wantsInput() {
        return true;
    }

    @Override
    public boolean answering() {
        return true;
    }

    @Override
    public void clientReadComplete() {}

    @Override
    public void clientWritabilityChanged() {}

    @Override
    public void cancelled() {}

    @Override
    public void finished() {}
}
