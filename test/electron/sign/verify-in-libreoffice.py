"""Asks LibreOffice about the signatures of documents: JSON, one list a file, on standard output.

Run with the Python that has LibreOffice's bridge (python3-uno): PROFILE FILE...
"""
import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

profile, files = sys.argv[1], sys.argv[2:]
pipe = f"ban-de-xuat-{os.getpid()}"
office = subprocess.Popen(
    [
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise RuntimeError("LibreOffice does not answer")


def signatures(context, file):
    manager = context.ServiceManager
    as_zip = PropertyValue()
    as_zip.Name, as_zip.Value = "StorageFormat", "ZipFormat"
    factory = manager.createInstanceWithContext("com.sun.star.embed.StorageFactory", context)
    arguments = (
        "file://" + os.path.abspath(file),
        1,
        uno.Any("[]com.sun.star.beans.PropertyValue", (as_zip,)),
    )
    storage = uno.invoke(factory, "createInstanceWithArguments", (arguments,))
    checker = manager.createInstanceWithArgumentsAndContext(
        "com.sun.star.security.DocumentDigitalSignatures", ("1.2",), context
    )
    return [
        {
            "valid": one.SignatureIsValid,
            "partial": one.PartialDocumentSignature,
            "signer": one.Signer.SubjectName if one.Signer else None,
        }
        for one in checker.verifyDocumentContentSignatures(storage, None)
    ]


try:
    context = connect()
    print(json.dumps([signatures(context, file) for file in files], ensure_ascii=False))
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(timeout=30)
finally:
    if office.poll() is None:
        office.kill()
