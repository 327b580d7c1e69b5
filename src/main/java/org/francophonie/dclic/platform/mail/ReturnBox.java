package org.francophonie.dclic.platform.mail;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The box into which servers send back what they could not deliver. Without one, letters that come back are nobody's
 * knowledge.
 *
 * @param address the envelope's sender of every letter
 * @param host of the server that keeps the box
 * @param protocol {@code imaps} or {@code imap}
 * @param port 0 for the usual one
 */
@ConfigurationProperties("dclic.return-box")
record ReturnBox(
        Optional<String> address,
        Optional<String> host,
        @DefaultValue("imaps") String protocol,
        @DefaultValue("0") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {}
