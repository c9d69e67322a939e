package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpContent;

/** One request of a client being dealt with. All calls come on the client's event loop. */
interface Exchange {
    /** The next part of the request's content; takes ownership. The last part is a {@code LastHttpContent}. */
    void content(HttpContent part);

    /** Whether more may be read from the client. */
    boolean wantsInput();

    /** Whether a part of the answer has been sent already. */
    boolean answering();

    /** The client's present reads have all been passed on. */
    void clientReadComplete();

    /** The client takes bytes again, or no longer. */
    void clientWritabilityChanged();

    /** The client's connection is gone, or the exchange has been replaced. */
    void cancelled();

    /** Both the request and the answer have come to their end. */
    void finished();
}
