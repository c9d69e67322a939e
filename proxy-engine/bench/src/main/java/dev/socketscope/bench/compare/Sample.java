package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.Measured;

/**
 * One run of one workload through one candidate.
 *
 * @param relayCpuMicros of all the relay's processes while it was measured
 * @param residentBytes of all the relay's processes at the end
 * @param foreignShare part of the machine's CPU time, 0–1, that went to anything but load, echo server and relay
 */
record Sample(Measured measured, long relayCpuMicros, long residentBytes, double foreignShare) {
    double cpuMicrosEach() {
        return (double) relayCpuMicros / measured.count();
    }
}
