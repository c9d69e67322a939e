package dev.socketscope.engine.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Options of a Java machine that can be changed while it runs. */
interface VmOptions {
    /** @throws IllegalArgumentException when there is none of that name */
    String get(String option);

    /** @throws IllegalArgumentException when it cannot be changed, or not to that value */
    void set(String option, String value);

    /** Those of the machine that runs this; found when they are first asked for. */
    static VmOptions ofThisProcess() {
        return new VmOptions() {
            private static HotSpotDiagnosticMXBean bean() {
                HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
                if (bean == null) {
                    throw new IllegalArgumentException("This Java machine is no HotSpot");
                }
                return bean;
            }

            @Override
            public String get(String option) {
                return bean().getVMOption(option).getValue();
            }

            @Override
            public void set(String option, String value) {
                bean().setVMOption(option, value);
            }
        };
    }
}
