"""A LibreOffice profile that trusts nothing: no macros, no linked files, no updates, no questions."""

from pathlib import Path

_COMMON = "/org.openoffice.Office.Common"
# Written into XML as they are: our own words, without a sign that XML would read.
_SETTINGS: tuple[tuple[str, str, str], ...] = (
    # A picture or text linked from a document is a request to a stranger's server or a local file in the PDF.
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Jobs/Jobs/UpdateCheck/Arguments", "AutoCheckEnabled", "false"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    (f"{_COMMON}/Misc", "ShowTipOfTheDay", "false"),
    (f"{_COMMON}/Misc", "CrashReport", "false"),
    (f"{_COMMON}/Misc", "CollectUsageInformation", "false"),
    (f"{_COMMON}/History", "PickListSize", "0"),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "ru-RU"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale", "ru-RU"),
)


def write_profile(folder: Path) -> Path:
    """Make a fresh profile in ``folder`` and return it."""
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    return folder


def _registry() -> str:
    items = "".join(_item(*setting) for setting in _SETTINGS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n"
    )


def _item(path: str, name: str, value: str) -> str:
    return f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
