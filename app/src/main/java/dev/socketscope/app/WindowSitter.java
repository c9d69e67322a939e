package dev.socketscope.app;

import dev.socketscope.app.live.LiveState;

/** The window over an engine, under traffic. */
record WindowSitter(Wiring wiring) implements Sitter {
    private static final int FRAMES_WANTED = 300;
    private static final int TREND_WANTED = 20;

    @Override
    public boolean isReady() {
        LiveState state = wiring.live().latest().get();
        return state.counters().framesCaptured() >= FRAMES_WANTED && state.connections()
                .stream()
                .anyMatch(connection -> connection.connection().live() && connection.trend().size() >= TREND_WANTED);
    }

    @Override
    public void begin() {
        wiring.chooseTelling();
    }

    @Override
    public void pose(Shot shot) {
        wiring.appearance().theme().set(shot.theme());
        wiring.show(shot.panel(), shot.tab());
    }

    @Override
    public boolean changes(Shot shot) {
        return wiring.chooseFrames()
                || wiring.demonstrate(shot.panel()) | wiring.scenariosChange(shot.panel(), shot.tab());
    }
}
