package org.francophonie.dclic.platform.settings;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The settings that were changed; a handful. */
interface SettingRepository extends Repository<SettingRow, String> {
    Optional<SettingRow> findByKey(String key);

    @NativeQuery("select * from platform.setting")
    List<SettingRow> changed();

    SettingRow save(SettingRow row);
}
