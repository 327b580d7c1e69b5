package org.francophonie.dclic.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A load balancer with one node behind it, and another when that one is lost. */
final class Balancer implements AutoCloseable {
    private final ServerSocket front;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int node;

    Balancer(int node) throws IOException {
        this.node = node;
        front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    /** From now on everything goes to another node. */
    void send(int other) {
        node = other;
        open.forEach(Balancer::shut);
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                var browser = front.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), node);
                pump(browser, server);
                pump(server, browser);
            } catch (IOException _) {
                // the node is down, or we are closing: the browser tries again
            }
        }
    }

    private void pump(Socket from, Socket to) {
        open.add(from);
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException _) {
                // one side is gone, so is the other
            } finally {
                open.remove(from);
            }
        });
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        open.forEach(Balancer::shut);
    }
}
