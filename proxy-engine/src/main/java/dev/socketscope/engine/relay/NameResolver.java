package dev.socketscope.engine.relay;

import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
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

    private final ThreadPoolExecutor threads;

    NameResolver() {
        threads = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("socketscope-resolve-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Every address of the host, never none, in the system's order; completes on the loop. */
    Future<List<InetAddress>> resolve(EventExecutor loop, String host) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
        if (literal != null) {
            return loop.newSucceededFuture(List.of(address(literal)));
        }
        Promise<List<InetAddress>> result = loop.newPromise();
        try {
            threads.execute(() -> lookUp(host, result));
        } catch (RejectedExecutionException e) {
            result.setFailure(new UnknownHostException(host + ": too many lookups are waiting"));
        }
        return result;
    }

    private static InetAddress address(byte[] literal) {
        try {
            return InetAddress.getByAddress(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
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
