package dev.socketscope.engine.relay;

import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks host names up as the machine does (hosts file included), on threads of its own because the system's resolver blocks.
 * The JDK caches results.
 */
final class NameResolver implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int QUEUE = 2_000;

    /** Such names mean this machine whatever its hosts file says (RFC 6761 §6.3), and dev servers choose either address. */
    private static final List<InetAddress> LOOPBACK = List.of(literal("127.0.0.1"), literal("::1"));

    private final ThreadPoolExecutor threads;

    NameResolver() {
        threads = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("socketscope-resolve-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Every address of the host, never none, in the system's order; completes on the loop. */
    Future<List<InetAddress>> resolve(EventExecutor loop, String host) {
        if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
            return loop.newSucceededFuture(List.of(literal(host)));
        }
        if (host.equalsIgnoreCase("localhost") || host.toLowerCase(Locale.ROOT).endsWith(".localhost")) {
            return loop.newSucceededFuture(LOOPBACK);
        }
        Promise<List<InetAddress>> result = loop.newPromise();
        try {
            threads.execute(() -> lookUp(host, result));
        } catch (RejectedExecutionException e) {
            result.setFailure(new UnknownHostException(host + ": too many lookups are waiting"));
        }
        return result;
    }

    private static InetAddress literal(String address) {
        return InetAddress.ofLiteral(address);
    }

    private static void lookUp(String host, Promise<List<InetAddress>> result) {
        try {
            result.setSuccess(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            result.setFailure(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
