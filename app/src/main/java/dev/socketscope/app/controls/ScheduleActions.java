package dev.socketscope.app.controls;

/** What a person does in a {@link ScheduleChart}. Times are milliseconds from the start. */
public interface ScheduleActions {
    /** @param key empty for none */
    void chosen(String key);

    void moved(String key, long begin);

    void resized(String key, long end);

    void deleted(String key);

    void duplicated(String key);

    /** Something is to be added at a moment; what, is to be asked at that place of the screen. */
    void add(long at, double screenX, double screenY);
}
