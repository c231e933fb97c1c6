"""What people ask a service centre for and others do (别处办的事), beside the YAML files in which it is written."""
