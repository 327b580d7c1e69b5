package org.francophonie.dclic.platform.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A setting that was changed; the others keep their default. */
@Entity
@Audited
@Table(schema = "platform", name = "setting")
class SettingRow {
    @Id
    private String key;

    private String value;
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected SettingRow() {}

    SettingRow(String key, String value, Instant now) {
        this.key = key;
        this.value = value;
        this.changedAt = now;
    }

    void change(String value, Instant now) {
        this.value = value;
        this.changedAt = now;
    }

    String key() {
        return key;
    }

    String value() {
        return value;
    }
}
