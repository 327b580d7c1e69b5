package org.francophonie.dclic.platform.start;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operations set; see docs/configuration.md.
 *
 * @param environment which of the three environments this is; all but production show it as a banner
 * @param dataFolder where the embedded database, the keys and the demo password are kept
 * @param baseUrl the public address, without a slash at the end: used in links, e-mail, sitemap and sharing
 * @param masterKey 32 bytes in base64 that wrap the keys of persons; without it one is made in the data folder, outside
 *     production
 * @param mailFrom the address from which letters come; without it {@code ne-pas-repondre@} and the host of the base address
 * @param administrators addresses of those who become administrators at the start, while the platform has fewer than two
 * @param auditRoots the file to which the roots of the audit trail are told; without it one in the data folder
 * @param verifyAudit at this start, looks at the whole audit trail, says what came of it and ends
 * @param auditArchive where old months of the trail go; without it a folder in the data folder
 * @param erasedList the file of the ids of those who were erased; without it one in the data folder
 * @param secondFactor whether the staff proves more than a secret; it always does but in a demonstration, where it does not
 *     unless this says so
 * @param databasePort port of the embedded database, 0 for a free one
 */
@ConfigurationProperties("dclic")
public record Platform(
        @DefaultValue("DEMONSTRATION") Environment environment,
        @DefaultValue("data") Path dataFolder,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        Optional<String> masterKey,
        Optional<String> mailFrom,
        @DefaultValue List<String> administrators,
        Optional<Path> auditRoots,
        Optional<Path> auditArchive,
        Optional<Path> erasedList,
        @DefaultValue("false") boolean verifyAudit,
        Optional<Boolean> secondFactor,
        @DefaultValue("0") int databasePort) {

    /** The environments, told apart by colour and word on every page. */
    public enum Environment {
        PRODUCTION,
        TEST,
        DEMONSTRATION
    }

    /** @throws StartRefused when the staff shall be let in by a secret alone outside a demonstration */
    public Platform {
        if (environment != Environment.DEMONSTRATION
                && secondFactor.filter(asked -> !asked).isPresent())
            throw new StartRefused("dclic.second-factor can be false in a demonstration only (docs/configuration.md).");
    }

    public boolean asksSecondFactor() {
        return !isDemonstration() || secondFactor.orElse(false);
    }

    public boolean isDemonstration() {
        return environment == Environment.DEMONSTRATION;
    }

    /** An absolute address on this platform. */
    public String url(String path) {
        return baseUrl + path;
    }
}
