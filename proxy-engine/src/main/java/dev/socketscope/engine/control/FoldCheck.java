package dev.socketscope.engine.control;

import io.netty.buffer.ByteBuf;

/** Looks for header lines that begin with white space. Every byte of a head is to be shown once, in any pieces. */
final class FoldCheck {
    private boolean lineSeen;
    private int lineFeeds;
    private boolean over;

    /** A new head begins. */
    void restart() {
        lineSeen = false;
        lineFeeds = 0;
        over = false;
    }

    /** Whether the head's next bytes fold a line. Bytes behind the head's end are ignored. */
    boolean folds(ByteBuf in) {
        for (int i = in.readerIndex(); i < in.writerIndex() && !over; i++) {
            byte b = in.getByte(i);
            if (b == '\n') {
                over = ++lineFeeds == 2 && lineSeen;
            } else if (b != '\r') {
                if (lineSeen && lineFeeds == 1 && (b == ' ' || b == '\t')) {
                    return true;
                }
                lineSeen = true;
                lineFeeds = 0;
            }
        }
        return false;
    }
}
