package org.francophonie.dclic.platform.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** Which process of which machine this is, as the trail and the list of sessions tell it. */
@Component
public class NodeName {
    private final String value = host() + "/" + ProcessHandle.current().pid();

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }

    public String value() {
        return value;
    }
}
