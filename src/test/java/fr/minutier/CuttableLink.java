package fr.minutier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between a program and a server of this machine, which may be cut: what is sent then goes nowhere, silently. */
public final class CuttableLink implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    /** A link to a port of this machine. */
    public CuttableLink(int server) throws IOException {
        this.server = server;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Where a program finds the server through this link. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Cuts it; neither side is told. */
    public void cut() {
        cut = true;
    }

    /** Mends it: connections that were cut are gone, new ones come through. */
    public void mend() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listening.accept();
                sockets.add(near);
                if (!cut) {
                    join(near);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void join(Socket near) throws IOException {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(far);
            Thread.ofPlatform().daemon().start(() -> pump(near, far));
            Thread.ofPlatform().daemon().start(() -> pump(far, near));
        } catch (IOException e) {
            near.close(); // the server is not there just now
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // one side is gone
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        mend();
    }
}
