package dev.socketscope.app.controls;

/**
 * Which rows of a numbered list stand in a window of a certain height, and how far the first of them is scrolled out at the
 * top. Following means that the window sticks to the list's end; otherwise the rows in it stay where they are while others
 * come and go, until they vanish themselves.
 */
final class LogViewport {
    private double rowHeight;
    private double height;
    private long first;
    private long end;
    private long top;
    private double offset;
    private boolean following = true;

    /** @param rowHeight pixels, the same for all rows */
    LogViewport(double rowHeight) {
        this.rowHeight = rowHeight;
    }

    long top() {
        return top;
    }

    /** Pixels of the top row that are scrolled out, 0 to less than a row's height. */
    double offset() {
        return offset;
    }

    /** How many rows are at least partly in the window. */
    int count() {
        return (int) Math.min(Math.ceil((offset + height) / rowHeight), end - top);
    }

    /** How many whole rows fit; at least one. */
    int page() {
        return (int) Math.max(1, Math.floor(height / rowHeight));
    }

    boolean following() {
        return following;
    }

    void follow(boolean wanted) {
        following = wanted;
        settle();
    }

    void resize(double pixels) {
        height = Math.max(0, pixels);
        settle();
    }

    double rowHeight() {
        return rowHeight;
    }

    /** Rows become taller or lower; the one at the top stays there. */
    void rowHeight(double pixels) {
        offset *= pixels / rowHeight;
        rowHeight = pixels;
        settle();
    }

    /** The list now holds the rows from {@code first} to before {@code end}. */
    void extent(long firstRow, long endRow) {
        first = firstRow;
        end = Math.max(firstRow, endRow);
        settle();
    }

    /** Another list: the row to stand at the top. */
    void jump(long firstRow, long endRow, long topRow) {
        first = firstRow;
        end = Math.max(firstRow, endRow);
        place((double) (topRow - first) * rowHeight);
    }

    /** Moves the window down by so many pixels; a window that reaches the end by this follows it. */
    void scrollBy(double pixels) {
        double before = position();
        place(before + pixels);
        if (pixels > 0 && atEnd()) {
            following = true;
        } else if (position() < before) {
            following = false;
        }
    }

    /** Moves the window to a share of the way, 0 the list's first row, 1 its end. */
    void scrollTo(double share) {
        place(share * reach());
        following = atEnd();
    }

    /** Moves the window no more than needed to show the whole row; following goes on only at the last row. */
    void reveal(long row) {
        double at = (double) (row - first) * rowHeight;
        if (at < position()) {
            place(at);
        } else if (at + rowHeight > position() + height) {
            place(at + rowHeight - height);
        }
        following = row >= end - 1;
        settle();
    }

    /** How far the window stands, 0 at the list's first row, 1 at its end; 0 when all rows fit. */
    double share() {
        return reach() == 0 ? 0 : Math.min(1, position() / reach());
    }

    /** How much of the list stands in the window, 0 to 1. */
    double visibleShare() {
        double all = (end - first) * rowHeight;
        return all <= height ? 1 : height / all;
    }

    private boolean atEnd() {
        return position() >= reach() - 0.5;
    }

    private double position() {
        return (double) (top - first) * rowHeight + offset;
    }

    private double reach() {
        return Math.max(0, (end - first) * rowHeight - height);
    }

    private void settle() {
        place(following ? reach() : position());
    }

    private void place(double pixels) {
        double at = Math.max(0, Math.min(reach(), pixels));
        long rows = (long) Math.floor(at / rowHeight);
        top = first + rows;
        offset = at - rows * rowHeight;
    }
}
