"""Runs a page of the documentation: the commands and programs in its fenced blocks, in their order.

All sections with commands are run at once, each in a new folder of its own, where log has what the commands said. A
block of commands (sh) is run by bash; any other block whose first line is a comment with a file's name is written to
that file. The page's address of the service is replaced by the one that is given. Ends with 1 where a command fails,
and shows what it said.

    python3 .ci/snippets.py PAGE FOLDER ADDRESS
"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys

LOCAL = "http://127.0.0.1:3000"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"(?://|#) (\S+\.\w+)\n")


def sections(page: str) -> dict[str, list[tuple[str, str]]]:
    """The blocks of each section by the section's name in small letters, such as java-openapi-generator."""
    parts = re.split(r"^## (.*)$", page, flags=re.MULTILINE)
    names = ["-".join(re.findall(r"[a-z]+", name.lower())) for name in parts[1::2]]
    return {name: BLOCK.findall(text) for name, text in zip(names, parts[2::2], strict=True)}


def run(commands: str, folder: pathlib.Path) -> None:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands], cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    with (folder / "log").open("a") as log:
        log.write(done.stdout)
    if done.returncode != 0:
        raise RuntimeError(f"{done.stdout}\nIn {folder}, this fails:\n{commands}")


def run_section(folder: pathlib.Path, blocks: list[tuple[str, str]], address: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for language, text in blocks:
        text = text.replace(LOCAL, address)
        file = FILE.match(text)
        if language == "sh":
            run(text, folder)
        elif file:
            (folder / file.group(1)).write_text(text)


def main(page: str, work: str, address: str) -> None:
    with concurrent.futures.ThreadPoolExecutor() as pool:
        runs = {
            name: pool.submit(run_section, pathlib.Path(work) / name, blocks, address)
            for name, blocks in sections(pathlib.Path(page).read_text()).items()
            if any(language == "sh" for language, _ in blocks)
        }
        failures = [f"{page}, {name}: {failure}" for name, one in runs.items() if (failure := one.exception())]
    if failures:
        sys.exit("\n".join(failures))
    print(f"{page}: {len(runs)} sections run as they are written.")


if __name__ == "__main__":
    main(*sys.argv[1:])
