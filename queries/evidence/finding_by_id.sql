-- Question: what is a finding called? Parameter: :finding the finding. At most one row.
SELECT f.uid, p.arn FROM finding f JOIN product p ON p.id = f.product_id WHERE f.id = :finding;
